using System.Globalization;

namespace WorkerService;

/// <summary>Asks the price service. Without one (as in the demo) every order stays unpriced.</summary>
internal sealed class PriceClient(HttpClient http)
{
    public async Task<decimal?> GetPriceAsync(string article, CancellationToken cancellationToken)
    {
        try
        {
            var text = await http.GetStringAsync(new Uri("prices/" + article, UriKind.Relative), cancellationToken);
            return decimal.Parse(text, CultureInfo.InvariantCulture);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
