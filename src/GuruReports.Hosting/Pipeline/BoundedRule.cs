using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Pipeline;

/// <summary>Gives a service's own rule a thread and a time limit, so that one that hangs costs only its own findings.</summary>
internal sealed class BoundedRule(IFindingRule rule, AbandonableRunner runner, TimeSpan limit, int maximumAbandoned) : IFindingRule
{
    public IEnumerable<Finding> Evaluate(Report report)
    {
        var name = rule.GetType().Name;
        var result = runner.Run(name, _ => rule.Evaluate(report).ToList(), limit, maximumAbandoned);
        return result.Outcome switch
        {
            RunOutcome.Completed => result.Value ?? [],
            RunOutcome.Failed => throw new InvalidOperationException($"{name}: {result.Error!.GetType().Name}: {result.Error.Message}", result.Error),
            RunOutcome.Late => throw new TimeoutException(FormattableString.Invariant($"{name} did not return within {limit.TotalSeconds:0.###} s")),
            _ => throw new TimeoutException($"{name} was not asked: an earlier call has not returned yet, or too much hangs already"),
        };
    }
}
