namespace Scenarios.Unseen;

/// <summary>Settings of payments, checked where they are used.</summary>
internal sealed class PaymentSettings
{
    public string Provider { get; set; } = "";
}
