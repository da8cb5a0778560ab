namespace Scenarios.Variants;

/// <summary>How often is tried again.</summary>
internal sealed class RetryOptions
{
    /// <summary>Gets or sets the number of attempts.</summary>
    public int Attempts { get; set; } = 3;
}
