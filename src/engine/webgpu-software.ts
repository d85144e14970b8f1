import * as tf from '@tensorflow/tfjs';
import { type WebGPUBackend, type WebGPUProgram, webgpu_util } from '@tensorflow/tfjs-backend-webgpu';

/**
 * For WebGPU imitated by the CPU (SwiftShader): a convolution whose threads compute their output values on their own. tfjs's own
 * works in tiles with barriers between the threads of a workgroup, which cost SwiftShader a hundred times the sums
 * themselves, and its naive one (WEBGPU_USE_NAIVE_CONV2D_DEBUG) does not compile in 4.22. May go when that one does.
 */
export function replaceConvolution(): void {
  tf.unregisterKernel('Conv2D', 'webgpu');
  tf.registerKernel({ kernelName: 'Conv2D', backendName: 'webgpu', kernelFunc: conv2d });
}

const conv2d: tf.KernelFunc = ({ inputs, attrs, backend }) => {
  const { x, filter } = inputs as unknown as Record<'x' | 'filter', tf.TensorInfo>;
  const { strides, pad, dilations, dimRoundingMode } = attrs as unknown as tf.Conv2DAttrs;
  const info = tf.backend_util.computeConv2DInfo(
    x.shape as [number, number, number, number],
    filter.shape as [number, number, number, number],
    strides,
    dilations,
    pad,
    dimRoundingMode,
  );
  return (backend as WebGPUBackend).runWebGPUProgram(program(info.outShape), [x, filter], 'float32', [
    { type: 'int32', data: [info.strideHeight, info.strideWidth] },
    { type: 'int32', data: [info.dilationHeight, info.dilationWidth] },
    { type: 'int32', data: [info.padInfo.top, info.padInfo.left] },
  ]);
};

function program(outputShape: number[]): WebGPUProgram {
  const workgroupSize: [number, number, number] = [64, 1, 1];
  const dispatchLayout = webgpu_util.flatDispatchLayout(outputShape);
  // Four output channels at a time where they come in fours.
  const width = (outputShape.at(-1) as number) % 4 === 0 ? 4 : 1;
  return {
    variableNames: ['x', 'W'],
    variableComponents: [1, width],
    outputComponent: width,
    outputShape,
    workgroupSize,
    dispatchLayout,
    dispatch: webgpu_util.computeDispatch(dispatchLayout, outputShape, workgroupSize, [width, 1, 1]),
    uniforms: 'strides: vec2<i32>, dilations: vec2<i32>, pads: vec2<i32>,',
    size: true,
    shaderKey: `conv2d_by_${width}`,
    getUserCode: () => code(width),
  };
}

const code = (width: 1 | 4) => /* wgsl */ `
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    let coords = getCoordsFromIndex(index * ${width});
    let corner = coords.yz * uniforms.strides - uniforms.pads;
    var sum = ${width === 4 ? 'vec4<f32>(0.0)' : '0.0'};
    for (var row = 0; row < uniforms.wShape[0]; row++) {
      let xRow = corner.x + row * uniforms.dilations.x;
      if (xRow < 0 || xRow >= uniforms.xShape[1]) { continue; }
      for (var column = 0; column < uniforms.wShape[1]; column++) {
        let xColumn = corner.y + column * uniforms.dilations.y;
        if (xColumn < 0 || xColumn >= uniforms.xShape[2]) { continue; }
        for (var channel = 0; channel < uniforms.wShape[2]; channel++) {
          sum += getX(coords.x, xRow, xColumn, channel) * getW(row, column, channel, coords.w);
        }
      }
    }
    setOutputAtIndex(index, sum);
  }
`;
