using GuruReports.Inspection.Boundary;

namespace GuruReports.Hosting.Boundary;

/// <summary>The threads of the process that were left alone, by the name of their work, until that returns. Any thread.</summary>
internal sealed class Quarantine
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, JobThread> _threads = new(StringComparer.Ordinal);

    /// <summary>Gets how many there are.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _threads.Count;
            }
        }
    }

    public bool Holds(string name)
    {
        lock (_gate)
        {
            return _threads.ContainsKey(name);
        }
    }

    /// <summary>Leaves a thread alone, unless its work has just returned.</summary>
    public bool TryAdd<T>(string name, Job<T> job, JobThread thread)
        where T : class
    {
        lock (_gate)
        {
            // In quarantine first: the work may return, and release its name, the moment it is abandoned.
            _threads[name] = thread;
            if (job.TryAbandon())
            {
                thread.KeepInBackground();
                return true;
            }

            _threads.Remove(name);
            return false;
        }
    }

    /// <summary>Says that the work has returned.</summary>
    public void Release(string name) => LibraryThread.Uninterrupted(() =>
    {
        lock (_gate)
        {
            _threads.Remove(name);
        }
    });

    /// <summary>Lets none of the threads keep the process from ending.</summary>
    public void KeepInBackground()
    {
        lock (_gate)
        {
            foreach (var thread in _threads.Values)
            {
                thread.KeepInBackground();
            }
        }
    }
}
