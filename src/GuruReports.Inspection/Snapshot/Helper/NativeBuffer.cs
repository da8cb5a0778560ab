using System.Runtime.InteropServices;

namespace GuruReports.Inspection.Snapshot.Helper;

/// <summary>Memory outside the managed heap, so that a long result costs the service's collector nothing.</summary>
internal sealed unsafe class NativeBuffer(int length) : IDisposable
{
    private byte* _start = (byte*)NativeMemory.Alloc((nuint)Math.Max(length, 1));

    public int Length { get; } = length;

    public byte* Start => _start;

    public ReadOnlySpan<byte> Span => new(_start, Length);

    public void Dispose()
    {
        NativeMemory.Free(_start);
        _start = null;
    }
}
