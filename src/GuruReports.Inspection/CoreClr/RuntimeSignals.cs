using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GuruReports.Inspection.Boundary;

namespace GuruReports.Inspection.CoreClr;

/// <summary>
/// Stands between the runtime's native signal handling and its managed callback, so that a signal is seen on the runtime's
/// signal thread, before the runtime queues it to the thread pool. Signals are passed on, so that other registrations go on as
/// before. What it leans on is internal to .NET and checked by shape; without it nothing is changed.
/// </summary>
internal static unsafe class RuntimeSignals
{
    private const string Callback = "OnPosixSignal";

    // What the runtime needs to begin one more thread of the pool.
    private const int DescriptorsOfAThread = 4;

    private static Func<int, bool>? s_watcher;
    private static RegistrationTable? s_registrations;
    private static delegate* unmanaged<int, PosixSignal, int> s_runtime;

    /// <summary>Puts a watcher before the runtime's callback, for the rest of the process's life. Not for two threads at once.</summary>
    /// <param name="watcher">
    /// Takes the number of each signal that arrives and returns whether it must not end the process. Called on the runtime's
    /// signal thread, which handles no other signal meanwhile: it must only enqueue, and must not throw.
    /// </param>
    /// <param name="problem">Why that was not possible, or null.</param>
    /// <returns>Whether the watcher is in place.</returns>
    public static bool TryWatch(Func<int, bool> watcher, out string? problem)
    {
        problem = null;
        if (RuntimeKind.IsNative)
        {
            problem = RuntimeKind.NativeWords;
            return false;
        }

        try
        {
            // The runtime sets its own callback when this type is initialized; ours must come after.
            RuntimeHelpers.RunClassConstructor(typeof(PosixSignalRegistration).TypeHandle);
            if (FindCallback() is not { } callback)
            {
                problem = "this runtime handles signals in another way than the known ones";
                return false;
            }

            s_watcher = watcher;
            s_registrations = RegistrationTable.Find();
            s_runtime = (delegate* unmanaged<int, PosixSignal, int>)callback.MethodHandle.GetFunctionPointer();
            RuntimeSignalCalls.SetHandler(&OnSignal);
            return true;
        }
        catch (Exception exception)
        {
            // Named boundary: internals of a runtime that may differ. The plain registration works without them.
            problem = $"{exception.GetType().Name}: {exception.Message}";
            return false;
        }
    }

    /// <summary>Lets the runtime's native handler take a signal. Throws where the runtime has no such entry point.</summary>
    /// <returns>Whether the runtime agreed.</returns>
    public static bool Enable(int signal) => RuntimeSignalCalls.Enable(signal) != 0;

    /// <summary>Takes a signal from the runtime's native handler. Throws where the runtime has no such entry point.</summary>
    public static void Disable(int signal) => RuntimeSignalCalls.Disable(signal);

    [DynamicDependency(Callback, typeof(PosixSignalRegistration))]
    private static MethodInfo? FindCallback()
    {
        var method = typeof(PosixSignalRegistration).GetMethod(
            Callback,
            BindingFlags.Static | BindingFlags.NonPublic,
            [typeof(int), typeof(PosixSignal)]);

        return method is not null
            && method.ReturnType == typeof(int)
            && method.IsDefined(typeof(UnmanagedCallersOnlyAttribute), inherit: false)
            ? method
            : null;
    }

    // Runs on the runtime's signal thread. While it runs no other signal is handled.
    [UnmanagedCallersOnly]
    private static int OnSignal(int number, PosixSignal signal)
    {
        var isHarmless = s_watcher!(number);
        if (isHarmless && !MayBePassedOn(number))
        {
            return 1;
        }

        var isHandled = s_runtime(number, signal);

        // Zero would make the runtime end the process.
        return isHarmless ? 1 : isHandled;
    }

    // The runtime has registrations called by the pool. A process without a descriptor can have no thread for that, and ends over it.
    private static bool MayBePassedOn(int number) => s_registrations?.HasOthers(number) != false && DescriptorRoom.Has(DescriptorsOfAThread);
}
