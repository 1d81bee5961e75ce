package ai.djl.pytorch.jni;

import ai.djl.pytorch.engine.PtSymbolBlock;

/// Calls a TorchScript method with any arguments and with autograd on. It stands in DJL's package because the one
/// native call that can do it, `moduleRunMethod`, is not public, and what DJL offers runs in inference mode,
/// whose results cannot be differentiated.
public final class ModuleCall {
    private ModuleCall() {}

    /// The method's result; the caller closes it. Errors of the method are `EngineException`s with its source
    /// line.
    public static IValue run(PtSymbolBlock module, String method, IValue... arguments) {
        long[] handles = new long[arguments.length];
        for (int i = 0; i < handles.length; i++) {
            handles[i] = arguments[i].getHandle();
        }
        return new IValue(PyTorchLibrary.LIB.moduleRunMethod(module.getHandle(), method, handles, true, false));
    }
}
