using Microsoft.Extensions.DependencyInjection;

namespace GuruReports.Hosting.Tests.Registration;

public sealed class CaptureArgumentsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(86_401)]
    public void Capture_TimeLimitOutOfRange_Throws(int seconds)
    {
        using var provider = Provider();

        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => provider.GetRequiredService<IGuruMeditation>().Capture("a test", TimeSpan.FromSeconds(seconds)));

        Assert.Equal("timeLimit", exception.ParamName);
    }

    [Fact]
    public void Capture_CanceledBefore_ThrowsAndMakesNothing()
    {
        using var provider = Provider();

        Assert.ThrowsAny<OperationCanceledException>(() => provider.GetRequiredService<IGuruMeditation>().Capture(cancellation: new CancellationToken(canceled: true)));
    }

    private static ServiceProvider Provider()
    {
        var services = new ServiceCollection();
        services.AddGuruMeditationReports(options => options.Signal = "none");
        return services.BuildServiceProvider();
    }
}
