using System.Runtime.InteropServices;
using System.Text;

namespace GuruReports.Inspection.Snapshot.Helper;

/// <summary>A null-terminated array of UTF-8 strings in native memory, as execve(2) wants it.</summary>
internal sealed unsafe class NativeStrings : IDisposable
{
    private readonly byte** _pointers;

    public NativeStrings(IReadOnlyList<string> texts)
    {
        var count = texts.Count;
        var bytes = 0;
        foreach (var text in texts)
        {
            bytes += Encoding.UTF8.GetByteCount(text) + 1;
        }

        _pointers = (byte**)NativeMemory.AllocZeroed((nuint)((count + 1) * sizeof(byte*) + bytes));
        var next = (byte*)(_pointers + count + 1);
        for (var index = 0; index < count; index++)
        {
            _pointers[index] = next;
            next += Encoding.UTF8.GetBytes(texts[index], new Span<byte>(next, bytes)) + 1;
            bytes -= (int)(next - _pointers[index]);
        }
    }

    public byte** Pointers => _pointers;

    public void Dispose() => NativeMemory.Free(_pointers);
}
