using Heat.Storage;

namespace Heat.Monitoring;

/// <summary>What the service knows of stacks, queue and locks without asking: a report must not wait for a database that may be what is sick.</summary>
internal sealed class Overview
{
    private volatile State _state = new([], [], 0, null, "not read yet");

    public IReadOnlyList<Stack> Stacks => _state.Stacks;

    public IReadOnlyList<StackLock> Locks => _state.Locks;

    public long Queued => _state.Queued;

    /// <summary>Gets how old it is, and why it is not newer.</summary>
    public string Age => _state.ReadAt is { } at
        ? FormattableString.Invariant($"{(DateTimeOffset.UtcNow - at).TotalSeconds:0.0} s ago") + (_state.Problem is { } problem ? $"; since then: {problem}" : "")
        : _state.Problem ?? "not read yet";

    public void Set(IReadOnlyList<Stack> stacks, IReadOnlyList<StackLock> locks, long queued) =>
        _state = new State(stacks, locks, queued, DateTimeOffset.UtcNow, null);

    public void Fail(Exception exception) => _state = _state with { Problem = $"{exception.GetType().Name}: {exception.Message}" };

    private sealed record State(IReadOnlyList<Stack> Stacks, IReadOnlyList<StackLock> Locks, long Queued, DateTimeOffset? ReadAt, string? Problem);
}
