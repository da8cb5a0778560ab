namespace GuruReports.Inspection.CoreClr;

/// <summary>Says why a way of capturing failed. Caught where the next way is chosen.</summary>
internal sealed class WayFailedException : Exception
{
    public WayFailedException(string reason, bool isLasting)
        : base(reason) => IsLasting = isLasting;

    /// <summary>Gets whether the way need not be tried again in this process.</summary>
    public bool IsLasting { get; }
}
