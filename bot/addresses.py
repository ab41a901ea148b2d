"""What it means when an address cannot be listened on."""

from __future__ import annotations

import errno

from core.domain.errors import ErrorCode, OperationError


def unusable_address(
    error: OSError, host: str, port: int, port_setting: str, host_setting: str = ""
) -> OperationError:
    """ADDRESS_IN_USE or ADDRESS_UNUSABLE, with the names of the settings that say the address."""
    if error.errno == errno.EADDRINUSE:
        return OperationError(ErrorCode.ADDRESS_IN_USE, host=host, port=port, setting=port_setting)
    return OperationError(
        ErrorCode.ADDRESS_UNUSABLE,
        host=host,
        port=port,
        reason=error.strerror or str(error),
        setting=f"{host_setting} and {port_setting}" if host_setting else port_setting,
    )
