using System.Text.RegularExpressions;

namespace Scenarios.Unseen;

/// <summary>Checks comments with an expression that backtracks without end on some of them.</summary>
internal sealed class CommentFilter : BackgroundService
{
    private static readonly Regex s_words = new(@"^(\w+\s?)*$");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => Environment.CpuUsage.TotalTime > TimeSpan.FromSeconds(1.2));
        string[] comments = ["very nice", "thank you all", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"];
        await Task.WhenAll(comments.Select(comment => Task.Run(() => Publish(comment), stoppingToken)));
    }

    private static void Publish(string comment)
    {
        if (!IsClean(comment))
        {
            Console.Error.WriteLine("refused");
        }
    }

    private static bool IsClean(string comment) => s_words.IsMatch(comment);
}
