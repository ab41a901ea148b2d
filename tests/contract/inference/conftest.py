import pytest

from core.inference.faces.choose import make_detector


@pytest.fixture(scope="module", params=["haar", "yunet"])
def detector(request, shared_data, tmp_path_factory):
    model = shared_data / "models" / "face_detection_yunet_2023mar.onnx"
    return make_detector(request.param, model, tmp_path_factory.mktemp("deepface"))
