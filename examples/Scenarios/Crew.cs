namespace Scenarios;

/// <summary>Dedicated threads that do the same job.</summary>
internal sealed class Crew
{
    private readonly List<Thread> _threads = [];

    /// <summary>Gets whether every thread stands in a wait.</summary>
    public bool AllWait => _threads.TrueForAll(Waits);

    /// <summary>Starts one more thread.</summary>
    public Crew Start(string name, Action job)
    {
        var thread = new Thread(() => job()) { IsBackground = true, Name = name };
        _threads.Add(thread);
        thread.Start();
        return this;
    }

    /// <summary>Starts several threads, numbered from 1.</summary>
    public Crew Start(int count, string name, Action<int> job)
    {
        for (var number = 1; number <= count; number++)
        {
            var own = number;
            Start($"{name}-{own}", () => job(own));
        }

        return this;
    }

    private static bool Waits(Thread thread) => (thread.ThreadState & ThreadState.WaitSleepJoin) != 0;
}
