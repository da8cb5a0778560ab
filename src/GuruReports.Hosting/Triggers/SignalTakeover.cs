using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GuruReports.Hosting.Triggers.Native;

namespace GuruReports.Hosting.Triggers;

/// <summary>
/// Takes armed signals on the runtime's signal thread, before the runtime queues them to the thread pool, and passes
/// every signal on to the runtime, so that other registrations go on as before.
/// </summary>
internal static unsafe class SignalTakeover
{
    private const string Callback = "OnPosixSignal";
    private const int MaximumSignal = 64;

    private static readonly ArmedSignal?[] s_armed = new ArmedSignal?[MaximumSignal + 1];
    private static delegate* unmanaged<int, PosixSignal, int> s_runtime;
    private static volatile bool s_active;

    /// <summary>Gets whether signals are taken over.</summary>
    internal static bool IsActive => s_active;

    /// <summary>Adds a signal to those that are taken. Has no effect while the takeover is not active.</summary>
    /// <param name="signal">The signal.</param>
    internal static void Add(ArmedSignal signal) => Volatile.Write(ref s_armed[signal.Number], signal);

    /// <summary>Puts the takeover in place. Called under the lock of <see cref="ReportSignal"/>.</summary>
    /// <param name="problem">Why that was not possible, or null.</param>
    /// <returns>Whether the takeover is in place.</returns>
    internal static bool TryActivate(out string? problem)
    {
        problem = null;
        if (s_active)
        {
            return true;
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

            s_runtime = (delegate* unmanaged<int, PosixSignal, int>)callback.MethodHandle.GetFunctionPointer();
            RuntimeSignalCalls.SetHandler(&OnSignal);
            s_active = true;
            return true;
        }
        catch (Exception exception)
        {
            // Named boundary: internals of a runtime that may differ. The plain registration works without them.
            problem = $"{exception.GetType().Name}: {exception.Message}";
            return false;
        }
    }

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

    // Runs on the runtime's signal thread. While it runs no other signal is handled: it only enqueues.
    [UnmanagedCallersOnly]
    private static int OnSignal(int number, PosixSignal signal)
    {
        var armed = (uint)number <= MaximumSignal ? Volatile.Read(ref s_armed[number]) : null;
        armed?.Request();
        var isHandled = s_runtime(number, signal);

        // Zero would make the runtime end the process; an armed signal never does.
        return armed is null ? isHandled : 1;
    }
}
