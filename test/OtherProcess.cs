namespace GuruReports.Testing;

/// <summary>
/// Looks at another process under /proc. It and its threads come and go between two looks, and between the parts of
/// one: what has vanished is an answer, never an error. No other code of the tests reads there.
/// </summary>
internal static class OtherProcess
{
    /// <summary>Returns the content of a file below /proc/&lt;process&gt;; null when the process, or the thread, is gone.</summary>
    public static string? Read(int process, string file)
    {
        try
        {
            return File.ReadAllText(PathOf(process, file));
        }
        catch (Exception exception) when (HasVanished(exception, process))
        {
            return null;
        }
    }

    /// <summary>Returns the names in a folder below /proc/&lt;process&gt;; none when the process is gone.</summary>
    public static IReadOnlyList<string> List(int process, string folder)
    {
        try
        {
            return [.. Directory.GetFileSystemEntries(PathOf(process, folder)).Select(entry => Path.GetFileName(entry))];
        }
        catch (Exception exception) when (HasVanished(exception, process))
        {
            return [];
        }
    }

    /// <summary>Returns where a link below /proc/&lt;process&gt; points; null when it is gone.</summary>
    public static string? Target(int process, string link)
    {
        try
        {
            return new FileInfo(PathOf(process, link)).LinkTarget;
        }
        catch (Exception exception) when (HasVanished(exception, process))
        {
            return null;
        }
    }

    /// <summary>Returns the state letter; <c>X</c>, as the kernel says of the dead, when the process is gone.</summary>
    public static char State(int process) => Fields(process) is [[var state, ..], ..] ? state : 'X';

    /// <summary>Returns whether the process still runs: whoever has to reap a zombie may do it late, and it holds nothing any more.</summary>
    public static bool IsRunning(int process) => State(process) is not ('Z' or 'X');

    /// <summary>Returns what follows the name in stat, from the state on (proc_pid_stat(5)); none when the process is gone.</summary>
    public static string[] Fields(int process) =>
        Read(process, "stat") is { } stat ? stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>Returns the ids of the threads that have a name, as texts.</summary>
    public static IEnumerable<string> ThreadsNamed(int process, string name) =>
        List(process, "task").Where(thread => Read(process, $"task/{thread}/comm")?.TrimEnd() == name);

    /// <summary>Returns the path of a part of a process, to compare with.</summary>
    public static string PathOf(int process, string part) => FormattableString.Invariant($"/proc/{process}/{part}");

    // A process on its way out refuses what it had to show before; one that stays and refuses is a fault of the test.
    private static bool HasVanished(Exception exception, int process) =>
        exception is IOException || (exception is UnauthorizedAccessException && !IsRunning(process));
}
