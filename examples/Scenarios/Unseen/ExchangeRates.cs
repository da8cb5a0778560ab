namespace Scenarios.Unseen;

/// <summary>Makes a client for each call and keeps none: every one leaves its connection open.</summary>
internal static class ExchangeRates
{
    public static IHost Build(string[] args)
    {
        DescriptorLimit.Set(500);
        return Hosts.Web(args, _ => { }, app =>
        {
            app.MapGet("/rate/{currency}", (string currency) => $"{currency} 1.07");
            app.Lifetime.ApplicationStarted.Register(() => _ = ConvertForeverAsync(new Uri(app.Urls.First())));
        });
    }

    private static async Task ConvertForeverAsync(Uri bank)
    {
        Ready.When(() => DescriptorLimit.CountOpen() > 440);
        while (DescriptorLimit.CountOpen() < 460)
        {
            await GetRateAsync(bank, "usd");
        }
    }

    private static async Task<string> GetRateAsync(Uri bank, string currency)
    {
        var client = new HttpClient { BaseAddress = bank };
        return await client.GetStringAsync(new Uri($"/rate/{currency}", UriKind.Relative));
    }
}
