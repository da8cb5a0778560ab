using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using GuruReports.Hosting.Events;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Symbols;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Exceptions;

/// <summary>Counts the tasks that were collected with an exception nobody had looked at. Runs on the finalizer: short, and never throws.</summary>
internal sealed class UnobservedTasks(LatestRing<ThrownEvent> latest)
{
    private const int Places = 32;
    private const int MostFrames = 100;
    private const int EagerSamples = 64;
    private const long SampleIntervalMilliseconds = 250;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Type, string? Method, string? ThrownIn), (long Count, DateTimeOffset LastAt)> _known = [];
    private long _seen;
    private long _nextSample;
    private long _others;

    /// <summary>Gets how many were not looked at: too many came at once, or of too many kinds.</summary>
    public long Others => Interlocked.Read(ref _others);

    /// <summary>Counts the exceptions of one task.</summary>
    public void Add(AggregateException? exceptions)
    {
        if (exceptions?.InnerException is not { } exception)
        {
            return;
        }

        var now = Environment.TickCount64;
        if (Interlocked.Increment(ref _seen) > EagerSamples && now < Volatile.Read(ref _nextSample))
        {
            Interlocked.Increment(ref _others);
            return;
        }

        Volatile.Write(ref _nextSample, now + SampleIntervalMilliseconds);
        var (outer, inner) = OwnMethods(exception);
        var key = (TypeNames.Full(exception.GetType()), outer, inner);
        latest.Add(Describe(exception, key));
        lock (_gate)
        {
            if (_known.TryGetValue(key, out var known) || _known.Count < Places)
            {
                _known[key] = (known.Count + 1, DateTimeOffset.UtcNow);
                return;
            }
        }

        Interlocked.Increment(ref _others);
    }

    /// <summary>Returns what was counted, the most frequent first.</summary>
    public IReadOnlyList<FaultedTaskFacts> Read()
    {
        lock (_gate)
        {
            return
            [
                .. _known
                    .Select(entry => new FaultedTaskFacts { Type = entry.Key.Type, Method = entry.Key.Method, ThrownIn = entry.Key.ThrownIn, Count = entry.Value.Count, LastAt = entry.Value.LastAt })
                    .OrderByDescending(entry => entry.Count).ThenBy(entry => entry.Type, StringComparer.Ordinal),
            ];
        }
    }

    private ThrownEvent Describe(Exception exception, (string Type, string? Outer, string? Inner) key) =>
        new(key.Type, PlainMessages.AreOf(exception.GetType()) ? PlainMessages.Read(exception) : null, Interlocked.Read(ref _seen))
        {
            IsUnobserved = true,
            Inner = ThrownEvent.Within(exception),
            Place = key.Inner is null || key.Inner == key.Outer ? key.Outer : $"{key.Inner} called by {key.Outer}",
        };

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A method that is on a stack was not trimmed.")]
    private static (string? Outer, string? Inner) OwnMethods(Exception exception)
    {
        var owners = AssemblyOwners.AtOnce;
        var level = CodeOwner.Framework;
        var stack = new StackTrace(exception, fNeedFileInfo: false);
        string? outer = null;
        string? inner = null;
        for (var at = 0; at < stack.FrameCount && at < MostFrames; at++)
        {
            if (stack.GetFrame(at)?.GetMethod() is not { DeclaringType: not null } method
                || owners.Of(method.Module.Assembly) is var owner && (owner is CodeOwner.Framework || owner < level))
            {
                continue;
            }

            // What packages have on the stack counts only where the service has nothing.
            inner = owner > level ? null : inner;
            level = owner;
            outer = ThrowPlace.Name(method);
            inner ??= outer;
        }

        return (outer, inner);
    }
}
