using System.Buffers.Text;
using System.Globalization;

namespace GuruReports.Inspection.Threads.Linux;

/// <summary>Reads from <c>/proc/self/task/…/syscall</c> which system call a thread is in, and on what.</summary>
internal sealed class SystemCallReader
{
    private readonly ProcFile _files;
    private readonly char[] _path = new char[64];

    public SystemCallReader(ProcFile files) => _files = files;

    /// <summary>Returns the call; null when the thread runs, has ended, or the kernel does not say.</summary>
    public SystemCall? Read(int threadId)
    {
        return _path.AsSpan().TryWrite(CultureInfo.InvariantCulture, $"{threadId}/syscall", out var length)
            ? Parse(_files.Read(_path.AsSpan(0, length)))
            : null;
    }

    /// <summary>Puts a call into words: "in read() on descriptor 12 (pipe)".</summary>
    public string Describe(SystemCall call)
    {
        var name = call.Name ?? string.Create(CultureInfo.InvariantCulture, $"system call {call.Number}");
        if (call.Descriptor is not { } descriptor)
        {
            return call.Name is null ? $"in {name}" : $"in {name}()";
        }

        var target = _files.ReadLink(string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{descriptor}"));
        var suffix = target is null ? "" : $" ({KindOf(target)})";
        return string.Create(CultureInfo.InvariantCulture, $"in {name}() on descriptor {descriptor}{suffix}");
    }

    /// <summary>Returns whether a descriptor is a socket.</summary>
    public bool IsSocket(int descriptor) =>
        _files.ReadLink(string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{descriptor}"))?.StartsWith("socket:", StringComparison.Ordinal) == true;

    // "running", or the number and six arguments in hexadecimal (proc_pid_syscall(5)); -1 is a wait outside of any call.
    internal static SystemCall? Parse(ReadOnlySpan<byte> text)
    {
        if (!Utf8Parser.TryParse(text, out int number, out var used) || number < 0)
        {
            return null;
        }

        var rest = text[used..];
        var first = Argument(ref rest);
        return SystemCallTable.Describe(number, first, Argument(ref rest));
    }

    private static ulong Argument(ref ReadOnlySpan<byte> rest)
    {
        if (!rest.StartsWith(" 0x"u8) || !Utf8Parser.TryParse(rest[3..], out ulong argument, out var used, 'x'))
        {
            return 0;
        }

        rest = rest[(3 + used)..];
        return argument;
    }

    private static string KindOf(string target) =>
        target.StartsWith("socket:", StringComparison.Ordinal) ? "socket"
        : target.StartsWith("pipe:", StringComparison.Ordinal) ? "pipe"
        : target.StartsWith("anon_inode:", StringComparison.Ordinal) ? target["anon_inode:".Length..].Trim('[', ']')
        : target;
}
