namespace Scenarios.Unseen;

/// <summary>What one user sees; listens to price changes until nobody.</summary>
internal sealed class OrderView
{
    private readonly double[] _history = new double[4000];

    public OrderView(PriceHub hub) => hub.Changed += OnChanged;

    private void OnChanged(double price) => _history[0] = price;
}
