using System.Collections.Concurrent;

namespace Heat.Engine;

/// <summary>What the workers of this engine do right now.</summary>
internal sealed class Workbench
{
    private readonly ConcurrentDictionary<string, Job> _jobs = new();

    public IReadOnlyList<Job> Jobs => [.. _jobs.Values.OrderBy(job => job.Since)];

    public void Begin(Job job) => _jobs[job.Worker] = job;

    public void Step(string worker, string step)
    {
        if (_jobs.TryGetValue(worker, out var job))
        {
            _jobs[worker] = job with { Step = step };
        }
    }

    public void End(string worker) => _jobs.TryRemove(worker, out _);
}
