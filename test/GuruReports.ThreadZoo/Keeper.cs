using System.Diagnostics;
using System.Runtime.CompilerServices;
using GuruReports.Inspection.Symbols;

namespace GuruReports.ThreadZoo;

/// <summary>What exhibits call to say where they are about to block.</summary>
internal static class Keeper
{
    [ThreadStatic]
    private static Exhibit? t_current;

    public static void Enter(Exhibit exhibit) => t_current = exhibit;

    /// <summary>Notes the line; the blocking call stands on the same line.</summary>
    public static void Mark([CallerLineNumber] int line = 0)
    {
        if (t_current is { } exhibit)
        {
            exhibit.Line = line;
        }
    }

    /// <summary>Stands after a blocking call, which as the last one would leave no frame in optimized code.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Leave() => t_current = null;

    /// <summary>Notes the caller's stack as the runtime shows it to the thread itself.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Record()
    {
        var names = new List<string>();
        foreach (var frame in new StackTrace(1).GetFrames())
        {
            names.Add(MethodNames.Of(frame.GetMethod()!).Full);
        }

        t_current!.Recorded = names;
    }
}
