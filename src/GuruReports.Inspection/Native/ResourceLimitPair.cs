using System.Runtime.InteropServices;

namespace GuruReports.Inspection.Native;

/// <summary>struct rlimit (getrlimit(2)) of a 64-bit process.</summary>
[StructLayout(LayoutKind.Sequential)]
internal record struct ResourceLimitPair
{
    public ulong Soft;
    public ulong Hard;
}
