using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace GuruReports.Inspection.Processes;

/// <summary>Finds out whether a process is blocked on a pipe, as far as the system lets this one look.</summary>
internal sealed class PipeWaits(SystemFiles files)
{
    private const int MostDescriptors = 20_000;
    private static readonly (long Read, long Write) s_calls = RuntimeInformation.ProcessArchitecture is Architecture.X64 ? (0, 1) : (63, 64);

    private HashSet<string>? _ours;

    /// <summary>Returns the call; null when the first thread is in no such call, or cannot be looked at.</summary>
    public PipeWait? Find(int id)
    {
        // "1 0x1 0x55… …": the number of the call and its arguments; "running" or nothing where there is none.
        var text = Encoding.ASCII.GetString(files.Read($"/proc/{id}/syscall", stackalloc byte[256])).Split(' ');
        if (text.Length < 2 || !long.TryParse(text[0], NumberStyles.None, CultureInfo.InvariantCulture, out var call) || (call != s_calls.Read && call != s_calls.Write)
            || !text[1].StartsWith("0x", StringComparison.Ordinal) || !int.TryParse(text[1].AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var descriptor)
            || files.ReadLink($"/proc/{id}/fd/{descriptor}") is not { } target || !target.StartsWith("pipe:", StringComparison.Ordinal))
        {
            return null;
        }

        var isWrite = call == s_calls.Write;
        return new PipeWait(descriptor, isWrite, Ours().Contains(target));
    }

    private HashSet<string> Ours()
    {
        if (_ours is null)
        {
            _ours = new HashSet<string>(StringComparer.Ordinal);
            foreach (var descriptor in files.ListNumbers("/proc/self/fd", MostDescriptors))
            {
                if (files.ReadLink($"/proc/self/fd/{descriptor}") is { } target && target.StartsWith("pipe:", StringComparison.Ordinal))
                {
                    _ours.Add(target);
                }
            }
        }

        return _ours;
    }
}
