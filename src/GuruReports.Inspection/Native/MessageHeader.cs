using System.Runtime.InteropServices;

namespace GuruReports.Inspection.Native;

/// <summary>struct msghdr on 64-bit Linux (glibc and musl agree on it).</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct MessageHeader
{
    public void* Name;
    public int NameLength;
    public IoVector* Vectors;
    public nuint VectorCount;
    public void* Control;
    public nuint ControlLength;
    public int Flags;
}
