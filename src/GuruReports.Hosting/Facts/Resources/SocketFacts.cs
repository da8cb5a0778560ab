namespace GuruReports.Hosting.Facts.Resources;

/// <summary>The TCP sockets of the process, and those of its network namespace that belong to no process any more.</summary>
internal sealed record SocketFacts
{
    /// <summary>Gets how many TCP sockets of the process are in each state (<c>ESTABLISHED</c>, <c>CLOSE_WAIT</c>, …), the most frequent first.</summary>
    public IReadOnlyList<CountFacts> States { get; init; } = [];

    /// <summary>Gets the peers with most connections of the process, by state; bounded.</summary>
    public IReadOnlyList<PeerFacts> Peers { get; init; } = [];

    /// <summary>Gets the sockets on which the process listens.</summary>
    public IReadOnlyList<ListenerFacts> Listeners { get; init; } = [];

    /// <summary>Gets how many sockets of the network namespace are in TIME_WAIT; no process owns those.</summary>
    public int TimeWait { get; init; }

    /// <summary>Gets how many local ports of the ephemeral range are in use in the network namespace.</summary>
    public int EphemeralPortsUsed { get; init; }

    /// <summary>Gets the size of the ephemeral range; null when unknown.</summary>
    public int? EphemeralPortCount { get; init; }

    /// <summary>Gets the most ephemeral ports in use towards one peer: the number that runs out first; null when there are none.</summary>
    public PeerFacts? BusiestPeer { get; init; }

    /// <summary>Gets whether there were more sockets in the namespace than were read.</summary>
    public bool Truncated { get; init; }

    /// <summary>Returns how many TCP sockets of the process are in a state.</summary>
    /// <param name="state">The state's name (for example <c>CLOSE_WAIT</c>).</param>
    /// <returns>The number; zero when there are none.</returns>
    public int CountOf(string state)
    {
        foreach (var entry in States)
        {
            if (string.Equals(entry.Name, state, StringComparison.OrdinalIgnoreCase))
            {
                return entry.Count;
            }
        }

        return 0;
    }
}
