import bz2
import http.server
import threading

import pytest

from core.domain.errors import ErrorCode, OperationError
from core.inference.deepface_home import DeepFaceMissingError, fetch_weights
from core.inference.emotion.deepface_engine import DeepFaceEngine
from core.inference.faces.choose import make_detector
from core.inference.faces.deepface_detector import DEEPFACE_DETECTORS

CONTENT = {"/good.onnx": b"weights", "/packed.dat.bz2": bz2.compress(b"unpacked")}


class Files(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        content = CONTENT.get(self.path)
        self.send_response(200 if content else 404)
        self.end_headers()
        self.wfile.write(content or b"Not Found")

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Files) as httpd:
        thread = threading.Thread(target=httpd.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{httpd.server_port}"
        httpd.shutdown()
        thread.join()


def test_weights_are_fetched_under_their_own_name(server, tmp_path):
    assert fetch_weights([f"{server}/good.onnx"], tmp_path).read_bytes() == b"weights"
    assert [path.name for path in tmp_path.iterdir()] == ["good.onnx"]


def test_packed_weights_are_unpacked(server, tmp_path):
    path = fetch_weights([f"{server}/packed.dat.bz2"], tmp_path)
    assert (path.name, path.read_bytes()) == ("packed.dat", b"unpacked")


def test_the_second_address_serves_where_the_first_fails(server, tmp_path):
    urls = [f"{server}/gone/good.onnx", f"{server}/good.onnx"]
    assert fetch_weights(urls, tmp_path).read_bytes() == b"weights"


def test_weights_that_are_there_are_not_fetched_again(tmp_path):
    (tmp_path / "good.onnx").write_bytes(b"mine")
    assert fetch_weights(["http://127.0.0.1:1/good.onnx"], tmp_path).read_bytes() == b"mine"


def test_a_missing_page_is_never_kept_as_weights(server, tmp_path):
    with pytest.raises(DeepFaceMissingError, match=r"gone\.onnx could not be downloaded"):
        fetch_weights([f"{server}/gone.onnx"], tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_without_weights_the_engine_says_where_to_put_them(tmp_path, capfd):
    with pytest.raises(OperationError) as caught:
        DeepFaceEngine(tmp_path).prepare()
    assert caught.value.code is ErrorCode.ENGINE_UNAVAILABLE
    assert caught.value.params["engine"] == "deepface"
    reason = str(caught.value.params["reason"])
    assert "facial_expression_model_weights.onnx" in reason
    assert str(tmp_path) in reason
    assert capfd.readouterr() == ("", "")


def test_broken_weights_are_reported_in_words(tmp_path):
    weights = tmp_path / ".deepface" / "weights" / "facial_expression_model_weights.onnx"
    weights.parent.mkdir(parents=True)
    weights.write_bytes(b"not a network")
    with pytest.raises(OperationError) as caught:
        DeepFaceEngine(tmp_path).prepare()
    assert caught.value.code is ErrorCode.ENGINE_UNAVAILABLE
    assert "loading" in str(caught.value.params["reason"])


def test_the_names_are_those_that_deepface_knows(tmp_path):
    DeepFaceEngine(tmp_path)
    from deepface.modules.modeling import AVAILABLE_MODELS

    assert {*DEEPFACE_DETECTORS, "yunet"} == set(AVAILABLE_MODELS["face_detector"])


def test_a_detector_whose_package_is_missing_names_it(tmp_path):
    with pytest.raises(OperationError) as caught:
        make_detector("mediapipe", None, tmp_path).prepare()
    assert caught.value.code is ErrorCode.DETECTOR_UNAVAILABLE
    assert "pip install" in str(caught.value.params["reason"])


def test_a_detector_whose_weights_are_missing_names_them(tmp_path):
    with pytest.raises(OperationError) as caught:
        make_detector("ssd", None, tmp_path).prepare()
    assert caught.value.code is ErrorCode.DETECTOR_UNAVAILABLE
    assert "deploy.prototxt" in str(caught.value.params["reason"])
