using System.Diagnostics;
using GuruReports.Hosting.Pipeline;
using GuruReports.Inspection.Boundary;

namespace GuruReports.Hosting.Rehearsal;

/// <summary>
/// Prepares a report and rehearses it, once for the process, on a thread of its own that rests four times as long as it
/// works. Not on one of low priority: a collection waits for every thread to reach a safe point, and the just-in-time compiler for
/// the one that compiles a method already.
/// </summary>
internal static class RehearsalThread
{
    /// <summary>The thread's name, as far as the system shows it.</summary>
    public const string Name = "guru-rehearsal";

    private const int RestFactor = 4;

    // A step that takes longer shows that processors are short.
    private static readonly TimeSpan s_shortStep = TimeSpan.FromMilliseconds(100);

    // The runtime counts calls, to compile once more what is called often, once nothing new was called for 100 ms.
    private static readonly TimeSpan s_shortRest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_longestRest = TimeSpan.FromSeconds(1);

    private static int s_isStarted;

    /// <summary>Starts it where the heap has room for it; further calls do nothing, and allocate nothing.</summary>
    /// <param name="options">The settings that reports will have.</param>
    /// <param name="isOver">Returns whether there is no use for a rehearsal any more: a real report has been asked for.</param>
    public static void Start(GuruMeditationOptions options, Func<bool> isOver)
    {
        if (HeapRoom.IsEnough && Interlocked.Exchange(ref s_isStarted, 1) == 0)
        {
            Begin(options, isOver);
        }
    }

    private static void Begin(GuruMeditationOptions options, Func<bool> isOver) => LibraryThread.TryStart(Name, () => Run(options, isOver));

    private static void Run(GuruMeditationOptions options, Func<bool> isOver)
    {
        // Policy: a rehearsal that fails costs the first report some time, which then says itself what failed.
        try
        {
            if (!Preparation.Prepare(options) || !options.Rehearsal)
            {
                return;
            }

            foreach (var step in new ReportRehearsal(options).Steps())
            {
                if (isOver() || !HeapRoom.IsEnough)
                {
                    return;
                }

                var started = Stopwatch.GetTimestamp();
                step();
                Rest(Stopwatch.GetElapsedTime(started));
            }
        }
        catch (Exception)
        {
            return;
        }
    }

    private static void Rest(TimeSpan step)
    {
        var longest = step < s_shortStep ? s_shortRest : s_longestRest;
        Thread.Sleep(step * RestFactor < longest ? step * RestFactor : longest);
    }
}
