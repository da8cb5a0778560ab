using System.Text;
using GuruReports.Inspection.Native;

namespace GuruReports.Inspection.Threads.Linux;

/// <summary>Reads small files of this process's threads with raw calls into a buffer of its own. Not safe for two threads at once.</summary>
internal sealed unsafe class ProcFile
{
    private readonly byte[] _path = new byte[256];
    private readonly byte[] _buffer = new byte[4096];

    private readonly TaskFolder _folder;

    public ProcFile(TaskFolder folder) => _folder = folder;

    /// <summary>
    /// Reads a file below the folder of the threads, "123/stat"; empty when it is gone, refused or empty. The result is valid
    /// until the next call.
    /// </summary>
    public ReadOnlySpan<byte> Read(ReadOnlySpan<char> path)
    {
        if (!TryEncode(path))
        {
            return default;
        }

        fixed (byte* name = _path)
        fixed (byte* buffer = _buffer)
        {
            var descriptor = _folder.Open(name);
            if (descriptor < 0)
            {
                return default;
            }

            var length = LibcAtOnce.ReadAtOnce(descriptor, buffer, (nuint)_buffer.Length);
            _ = LibcAtOnce.CloseAtOnce(descriptor);
            return length > 0 ? _buffer.AsSpan(0, (int)length) : default;
        }
    }

    /// <summary>Reads where a link of <c>/proc</c> leads; null when it is gone or refused.</summary>
    public string? ReadLink(ReadOnlySpan<char> path)
    {
        if (!TryEncode(path))
        {
            return null;
        }

        fixed (byte* name = _path)
        fixed (byte* buffer = _buffer)
        {
            var length = LibcAtOnce.ReadLink(name, buffer, (nuint)_buffer.Length);
            return length > 0 ? Encoding.UTF8.GetString(_buffer, 0, (int)length) : null;
        }
    }

    private bool TryEncode(ReadOnlySpan<char> path)
    {
        if (!Encoding.UTF8.TryGetBytes(path, _path.AsSpan(0, _path.Length - 1), out var written))
        {
            return false;
        }

        _path[written] = 0;
        return true;
    }
}
