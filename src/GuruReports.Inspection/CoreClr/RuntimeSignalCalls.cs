using System.Runtime.InteropServices;

namespace GuruReports.Inspection.CoreClr;

/// <summary>The runtime's own native entry points of signal handling. Internal to .NET: every caller has a fallback.</summary>
/// <remarks>
/// Bound by P/Invoke and never probed by name first: in a self-contained single file the library is part of the
/// executable and only a P/Invoke finds it.
/// </remarks>
internal static unsafe partial class RuntimeSignalCalls
{
    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_SetPosixSignalHandler")]
    internal static partial void SetHandler(delegate* unmanaged<int, PosixSignal, int> handler);

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_EnablePosixSignalHandling")]
    internal static partial int Enable(int signal);

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_DisablePosixSignalHandling")]
    internal static partial void Disable(int signal);
}
