namespace GuruReports.Hosting.Facts.Host;

/// <summary>A hosted service of a host.</summary>
/// <param name="Name">The name of its type.</param>
/// <param name="State">What it does, as far as that can be proven.</param>
/// <param name="Detail">What more is known (for example the exception that ended it); null for nothing.</param>
/// <param name="For">How long it has been in that state, where known.</param>
internal sealed record HostedServiceFacts(string Name, HostedServiceState State, string? Detail = null, TimeSpan? For = null)
{
    /// <summary>Gets what the service works off that ends only when somebody ends it ("a channel", "a periodic timer"), by its code; null when nothing of that kind is known.</summary>
    public string? Source { get; init; }

    /// <summary>Gets whether the code only suggests that: a loop that asks whether it is to stop may have other reasons to end.</summary>
    public bool MayEnd { get; init; }
}
