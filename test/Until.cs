using System.Diagnostics;

namespace GuruReports.Testing;

/// <summary>Waits for a condition by looking again and again. The tests' only sleep.</summary>
internal static class Until
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Waits until something is so, and says whether it was within the limit.</summary>
    public static bool IsTrue(Func<bool> isSo, TimeSpan limit)
    {
        for (var since = Stopwatch.GetTimestamp(); !isSo(); Thread.Sleep(s_pause))
        {
            if (Stopwatch.GetElapsedTime(since) > limit)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Waits until something is so.</summary>
    /// <exception cref="TimeoutException">It was not within the limit.</exception>
    public static void True(Func<bool> isSo, TimeSpan limit, Func<string> problem)
    {
        if (!IsTrue(isSo, limit))
        {
            throw new TimeoutException(problem());
        }
    }

    /// <summary>Waits until something is there, and returns it.</summary>
    /// <exception cref="TimeoutException">It did not come within the limit.</exception>
    public static T Found<T>(Func<T?> look, TimeSpan limit, Func<string> problem)
        where T : class
    {
        T? found = null;
        True(() => (found = look()) is not null, limit, problem);
        return found!;
    }

    /// <inheritdoc cref="Found{T}(Func{T?}, TimeSpan, Func{string})"/>
    public static T Found<T>(Func<T?> look, TimeSpan limit, Func<string> problem)
        where T : struct
    {
        T? found = null;
        True(() => (found = look()) is not null, limit, problem);
        return found!.Value;
    }

    /// <summary>
    /// Lets time pass where time is what is tested, as how long a process stood still. Never a wait for something to be
    /// over.
    /// </summary>
    public static void HasPassed(TimeSpan time) => Thread.Sleep(time);
}
