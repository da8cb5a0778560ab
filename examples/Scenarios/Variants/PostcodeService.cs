using System.Text.RegularExpressions;

namespace Scenarios.Variants;

/// <summary>A regular expression that backtracks without end over one unlucky input.</summary>
internal sealed class PostcodeService : BackgroundService
{
    private static readonly Regex s_pattern = new("^(([a-z])+.)+[A-Z]([a-z])+$");
    private volatile bool _checking;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _ = Task.Run(() => IsValid(new string('a', 64)), stoppingToken);

        Ready.When(() => _checking && Environment.CpuUsage.UserTime.TotalSeconds > 2);
        return Task.CompletedTask;
    }

    private bool IsValid(string text)
    {
        _checking = true;
        return s_pattern.IsMatch(text);
    }
}
