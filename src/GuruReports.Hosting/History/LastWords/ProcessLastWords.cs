using System.Diagnostics;
using GuruReports.Inspection.Boundary;
using GuruReports.Inspection.Processes;
using GuruReports.Inspection.Processes.Clocks;
using GuruReports.Inspection.Symbols;

namespace GuruReports.Hosting.History.LastWords;

/// <summary>The one file of last words of the process: read before it is written, marked when the process ends as it should.</summary>
internal static class ProcessLastWords
{
    private static volatile LastWordsWriter? s_writer;

    /// <summary>Gets what a previous process left that ended without saying so; null where there is none.</summary>
    public static PreviousRun? Previous { get; private set; }

    /// <summary>Gets why last words are not kept; null where they are, or were not asked for.</summary>
    public static string? Unavailable { get => s_writer?.Failure ?? field; private set; }

    /// <summary>Begins to keep last words; further calls change nothing.</summary>
    /// <param name="folder">Where; null where nothing says.</param>
    /// <param name="clock">The clock.</param>
    public static void Begin(string? folder, TimeProvider clock)
    {
        if (s_writer is not null)
        {
            return;
        }

        if (folder is null)
        {
            Unavailable = "no folder for them: set Directory, or StateDirectory= in the unit";
            return;
        }

        // Policy: last words are a help; where they cannot be kept the service goes on without, and the report says why.
        try
        {
            Begin(folder, clock, SystemFiles.Real);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Unavailable = exception.Message;
        }
    }

    /// <summary>Hands over the row of a second; nothing happens where last words are not kept.</summary>
    public static void Take(long at, ReadOnlySpan<float> row) => s_writer?.Take(at, row);

    // On the thread whose exception nobody handles. Policy: the process is ending, and its own exception must be the one that is seen.
    private static void Crash(LastWordsWriter writer, TimeProvider clock, UnhandledExceptionEventArgs arguments)
    {
        try
        {
            if (arguments.IsTerminating)
            {
                writer.Crash(clock.GetUtcNow().UtcTicks, TypeNames.Full(arguments.ExceptionObject.GetType()));
            }
        }
        catch (Exception)
        {
            return;
        }
    }

    private static void Begin(string folder, TimeProvider clock, SystemFiles files)
    {
        Directory.CreateDirectory(folder);
        var boot = files.ReadText("/proc/sys/kernel/random/boot_id", 64)?.Trim() ?? "";
        var kills = new MemoryKills(files);
        if (LastWordsFile.ReadPrevious(folder) is { HasEnded: false } row)
        {
            Previous = new PreviousRun(row, boot, kills.Read());
        }

        var identity = LastWordsFormat.Identity(Environment.ProcessId, ProcessStart.At, boot);
        var writer = new LastWordsWriter(LastWordsFile.Open(folder), identity, kills);
        if (LibraryThread.TryStart("guru-last-words", writer.Run) is null)
        {
            Unavailable = "the process can have no further thread";
            return;
        }

        s_writer = writer;
        AppDomain.CurrentDomain.UnhandledException += (_, e) => Crash(writer, clock, e);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => writer.End(clock.GetUtcNow().UtcTicks);
    }
}
