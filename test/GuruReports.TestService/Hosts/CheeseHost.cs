using Microsoft.Extensions.DependencyInjection;

namespace GuruReports.TestService.Hosts;

/// <summary>A section of the service's own, as the ancestor's tests have it.</summary>
internal static class CheeseHost
{
    public static Task<int> RunAsync(string[] args)
    {
        var builder = ServiceHost.CreateBuilder(args);
        builder.Services.AddGuruMeditationReports()
            .AddSection("Cheese Types", () => new Dictionary<string, object?> { ["foo"] = "bar", ["cheddar"] = new { Age = 12, Country = "GB" } });
        return ServiceHost.RunAsync(builder.Build());
    }
}
