using System.Runtime.InteropServices;
using GuruReports.Hosting.Triggers.Native;
using GuruReports.Inspection.CoreClr;

namespace GuruReports.Hosting.Triggers;

/// <summary>
/// Makes what lies below the runtime's handler harmless: a signal that is ignored or fatal by inheritance or default
/// gets a native function that does nothing, so that it is neither lost nor ends the process, whoever registers for
/// it, cancels it or not, and disposes of the registration.
/// </summary>
/// <remarks>
/// Children are not touched: a caught signal is back at its default after exec, where an ignored one would stay
/// ignored (signal(7)).
/// </remarks>
internal static class SignalDisposition
{
    private const int SigCont = 18;

    /// <summary>Prepares a signal before it is registered.</summary>
    /// <returns>Whether the signal cannot end the process any more.</returns>
    internal static bool Prepare(int number, bool mayUseInternals, out bool wasIgnored)
    {
        var handler = SignalCalls.GetHandler(number);
        wasIgnored = handler == SignalCalls.Ignored;
        if (handler is SignalCalls.Default or SignalCalls.Ignored)
        {
            return TrySetNothing(number);
        }

        if (handler is null || handler != SignalCalls.GetHandler(SigCont))
        {
            // Unknown, or a native library's own handler, which the runtime calls and keeps.
            return handler is not null;
        }

        return mayUseInternals && TryRenew(number);
    }

    /// <summary>Makes sure that a registered signal reaches the runtime.</summary>
    /// <returns>Whether it does, as far as that can be seen.</returns>
    internal static bool Verify(int number, bool mayUseInternals)
    {
        // A registration made while the signal was ignored counts as installed though it is not.
        var runtime = SignalCalls.GetHandler(SigCont);
        return SignalCalls.GetHandler(number) == runtime
            || (mayUseInternals && TryRenew(number) && SignalCalls.GetHandler(number) == runtime);
    }

    // The runtime saved the fatal default when someone else registered: let it save the harmless handler instead.
    private static bool TryRenew(int number)
    {
        RuntimeSignals.Disable(number);
        var isHarmless = SignalCalls.GetHandler(number) is not (SignalCalls.Default or SignalCalls.Ignored)
            || TrySetNothing(number);
        return RuntimeSignals.Enable(number) && isHarmless;
    }

    private static bool TrySetNothing(int number)
    {
        // ffs(3) takes an int, touches nothing, and is safe in a signal handler.
        var isFound = NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "ffs", out var nothing);
        return isFound && SignalCalls.SetHandler(number, nothing) != -1;
    }
}
