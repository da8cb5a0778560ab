namespace GuruReports.Inspection.Boundary;

/// <summary>
/// Makes and guards every thread of the library. Each is a background thread with a name, carries nothing of the context
/// that it was started in (no trace, no culture, no async locals), and lets no exception of any kind out: one that left a
/// thread would end the service.
/// </summary>
internal static class LibraryThread
{
    /// <summary>What the name of each thread of the library begins with.</summary>
    public const string NamePrefix = "guru";

    // The runtime makes a pipe for each, and what the thread does may need one more.
    private const int DescriptorsOfAThread = 3;

    private const int LongestPauseMilliseconds = 1000;

    [ThreadStatic]
    private static bool t_isOwn;

    /// <summary>Gets whether the calling thread is one of the library's.</summary>
    public static bool IsCurrent => t_isOwn;

    /// <summary>Starts a thread that runs once; null where the process can have no further one.</summary>
    public static Thread? TryStart(string name, Action body, int stackSize = 0)
    {
        // Where there are none, even the exception that says so may end the process.
        if (!DescriptorRoom.Has(DescriptorsOfAThread))
        {
            return null;
        }

        try
        {
            var thread = new Thread(() => Guard(body), stackSize) { IsBackground = true, Name = name };
            thread.UnsafeStart();
            return thread;
        }

        // The runtime says out of memory too when it is descriptors that are used up: each thread needs a pipe.
        catch (Exception error) when (error is OutOfMemoryException or ThreadStartException)
        {
            return null;
        }
    }

    /// <summary>Starts a thread that takes turns until one of them returns false; a turn that throws is followed by the next.</summary>
    public static Thread? TryStartLoop(string name, Func<bool> turn, int stackSize = 0) => TryStart(name, () => TakeTurns(turn), stackSize);

    /// <summary>Does something short however often the thread is interrupted meanwhile.</summary>
    /// <param name="action">Must be fit to be done again.</param>
    public static void Uninterrupted(Action action)
    {
        while (true)
        {
            try
            {
                action();
                return;
            }
            catch (ThreadInterruptedException)
            {
                // Somebody else's interrupt, meant for work that has returned: taken, and of no effect.
                continue;
            }
        }
    }

    private static void Guard(Action body)
    {
        t_isOwn = true;

        // Policy: the end of the thread is the end of what went wrong. Whoever waits for the work has a limit of its own.
        try
        {
            body();
        }
        catch (Exception)
        {
            return;
        }
    }

    private static void TakeTurns(Func<bool> turn)
    {
        for (var failures = 0; ;)
        {
            // Policy: a thread that is there for the life of the process lives on. Turns that fail again and again burn no processor.
            try
            {
                if (failures > 0)
                {
                    Thread.Sleep(Math.Min(failures * 10, LongestPauseMilliseconds));
                }

                if (!turn())
                {
                    return;
                }

                failures = 0;
            }
            catch (Exception)
            {
                failures++;
            }
        }
    }
}
