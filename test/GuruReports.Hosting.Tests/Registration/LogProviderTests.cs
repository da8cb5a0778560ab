using GuruReports.Hosting.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GuruReports.Hosting.Tests.Registration;

public sealed class LogProviderTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Warning_OfAHost_IsKeptOnce(bool isCleared)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddGuruMeditationReports(options => options.Signal = "none");
        if (isCleared)
        {
            builder.Logging.ClearProviders();
        }

        using var host = builder.Build();
        var text = $"unique {Guid.NewGuid()}";
        await host.StartAsync();
        var logger = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Orders");

        logger.Log(LogLevel.Information, default, "not " + text, null, (state, _) => state);
        logger.Log(LogLevel.Warning, default, text, null, (state, _) => state);

        await host.StopAsync();
        Assert.Single(LogEvents.Shared.Read(), entry => entry.Text == text);
        Assert.DoesNotContain(LogEvents.Shared.Read(), entry => entry.Text == "not " + text);
    }
}
