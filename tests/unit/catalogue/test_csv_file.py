from __future__ import annotations

import gzip
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.errors import ErrorCode, OperationError
from core.providers.catalogue import csv_file
from core.providers.catalogue.csv_file import BAD_LINES_KEPT, LONGEST_LINE, CsvCatalogues
from tests.fakes.catalogue_files import OWN, TIDY, read, songs_of, table_text

TEXT = table_text(OWN)
HEADER, LINE = TEXT.splitlines(keepends=True)


@pytest.fixture
def imported(tmp_path):
    def import_bytes(content: bytes):
        path = tmp_path / "songs.csv"
        path.write_bytes(content)
        return read(path)

    return import_bytes


@pytest.fixture
def refused(imported):
    def reason(content: bytes) -> str:
        with pytest.raises(OperationError) as error:
            imported(content)
        assert error.value.code is ErrorCode.CATALOGUE_UNUSABLE
        return str(error.value.params["reason"])

    return reason


def titles(file):
    return [song.track.title for song in songs_of(file)]


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        gzip.compress(TEXT.encode()),
        gzip.compress(TEXT.encode("utf-16")),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.rstrip("\n").encode(),
        TEXT.replace("\n", "\n\n").encode(),
    ],
    ids=["plain", "bom", "utf-16", "utf-16-be", "gzip", "packed 16", "crlf", "cr", "cut", "gaps"],
)
def test_text_is_read_however_it_is_written(imported, content):
    file = imported(content)
    assert (titles(file), file.bad_rows) == ([OWN["title"]], 0)


def test_lines_that_are_not_utf_8_are_skipped_and_the_others_kept(imported):
    latin = LINE.replace("Under Pressure", "Gülümse").encode("latin-1")
    file = imported(HEADER.encode() + latin + LINE.encode())
    assert titles(file) == [OWN["title"]]
    assert [(bad.number, bad.reason) for bad in file.bad_lines] == [
        (2, "its title is no UTF-8 text")
    ]


def test_line_ends_inside_quotes_belong_to_the_title(imported):
    broken = '"Under\r\n Pressure"' + LINE.removeprefix("Under Pressure")
    file = imported((HEADER + broken + "short\n" + LINE).encode())
    assert titles(file) == ["Under Pressure"]
    assert [(bad.number, bad.reason) for bad in file.bad_lines] == [
        (4, "it has 1 fields instead of 12")
    ]


def test_quotes_that_do_not_match_cost_their_own_lines_only(imported):
    other = LINE.replace("Under Pressure", "Radio Ga Ga")
    file = imported((HEADER + f'a"b,{LINE}"a"b,x\n{LINE}"open,x\n{other}').encode())
    assert titles(file) == ["Under Pressure"]
    assert [bad.number for bad in file.bad_lines] == [2, 3, 5]
    assert "it is no CSV" in file.bad_lines[1].reason


def test_a_quote_that_is_never_closed_does_not_swallow_the_rest(imported):
    other = LINE.replace("Under Pressure", "Radio Ga Ga")
    file = imported((HEADER + LINE + '"open,\n' + "x\n" * 100_000 + other).encode())
    assert titles(file) == ["Under Pressure", "Radio Ga Ga"]
    assert "field larger than field limit" in file.bad_lines[0].reason


def test_an_endless_line_is_one_bad_line(imported):
    file = imported((HEADER + "," * (3 * LONGEST_LINE) + "\n" + LINE).encode())
    assert titles(file) == [OWN["title"]]
    assert (file.bad_rows, file.bad_lines[0].number) == (1, 2)


def test_bad_lines_are_counted_and_the_first_ones_told(imported):
    file = imported((HEADER + "no song\n" * 1000 + LINE).encode())
    assert (file.rows, file.bad_rows) == (1, 1000)
    assert [bad.number for bad in file.bad_lines] == list(range(2, 2 + BAD_LINES_KEPT))


def test_spellings_of_one_song_are_one_song_and_many_lines_are_read_in_parts(imported, monkeypatch):
    monkeypatch.setattr(csv_file, "_ROWS_AT_ONCE", 3)
    rows = [{**OWN, "title": f"Song {number % 7}"} for number in range(20)]
    again = {**OWN, "title": "SONG 3 (Official Video)", "valence": "1", "year": "1970"}
    file = imported(table_text(*rows, again).encode())
    assert titles(file) == [f"Song {number}" for number in range(7)]
    assert file.rows == 21
    song = file.songs.track(3)
    assert song.affect.valence == pytest.approx((3 * 0.2 + 1) / 4)
    assert song.track.year == 1970


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (HEADER.encode(), "no line of it is a song"),
        ((HEADER + "no\n").encode(), "no line of it is a song; line 2: it has 1 fields"),
        (b"PK\x03\x04 and so on", "it is a zip archive"),
        (b"title\0,artists\0", "it is no text"),
        (gzip.compress(os.urandom(2000) + TEXT.encode())[:-20], "damaged or cut short"),
        (gzip.compress((HEADER + LINE * 5000).encode())[:-20], "damaged or cut short"),
        (b"\x1f\x8b" + b"x" * 100, "damaged or cut short"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le")[:-1], "neither UTF-8 nor UTF-16"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le") + b"\x00\xd8a\x00", "neither UTF-8 nor UTF-16"),
        (b'"title', "its first line is no CSV"),
    ],
)
def test_what_is_no_catalogue_is_refused_in_words(refused, content, reason):
    assert reason in refused(content)


def test_an_empty_file_has_no_columns(imported):
    with pytest.raises(OperationError) as error:
        imported(b"")
    assert error.value.code is ErrorCode.CATALOGUE_UNKNOWN
    assert error.value.params["found"] == "none at all"


def test_a_small_file_that_unpacks_without_end_is_given_up(refused, monkeypatch):
    monkeypatch.setattr(csv_file, "MOST_CHARACTERS", 5 * 2**20)
    assert "more than" in refused(gzip.compress(HEADER.encode() + b"x" * 10 * 2**20))
    assert "more than" in refused(gzip.compress((HEADER + LINE * 100_000).encode()))


def test_what_is_no_file_is_told(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "nothing.csv", tmp_path, tmp_path / "pipe"):
        for use in (CsvCatalogues().content_hash, read):
            with pytest.raises(OperationError) as error:
                use(path)
            assert error.value.code is ErrorCode.FILE_NOT_READABLE


def test_progress_rises_to_the_size_of_the_file(tmp_path):
    path = tmp_path / "songs.csv.gz"
    rows = [{**TIDY, "track_name": f"Song {number}"} for number in range(5000)]
    path.write_bytes(gzip.compress(table_text(*rows).encode()))
    heard: list[int] = []
    CsvCatalogues().read(path, heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == path.stat().st_size


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300) | st.lists(st.text(max_size=12)).map(",".join))
def test_any_text_below_a_header_is_read_or_refused_in_words(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("any") / "songs.csv"
    path.write_bytes((HEADER + LINE + text + "\n" + LINE).encode("utf-8", "surrogatepass"))
    file = read(path)
    assert OWN["title"] in titles(file)
    assert file.bad_rows + file.rows >= 1


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_refused_in_words(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("any") / "songs.csv"
    path.write_bytes(content)
    with pytest.raises(OperationError):
        read(path)
