using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.Facts.Host;
using GuruReports.Inspection.Symbols;
using Microsoft.Extensions.Options;

namespace GuruReports.Hosting.Exceptions;

/// <summary>Remembers options that failed their validation while the host ran. Safe for any thread; bounded.</summary>
internal sealed class OptionsFailures
{
    private const int MostFailures = 50;
    private const int MostTexts = 20;
    private const int LongestText = 1_000;

    private readonly Lock _gate = new();
    private readonly List<OptionsFailureFacts> _failures = [];

    /// <summary>Gets those of the process: fed by the exceptions that are thrown, whichever host they belong to.</summary>
    public static OptionsFailures Shared { get; } = new();

    /// <summary>Gets what failed, the first of each kind.</summary>
    public IReadOnlyList<OptionsFailureFacts> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _failures];
            }
        }
    }

    /// <summary>Remembers a failed validation; one that is known already is left out. Runs on the thread that throws: no code of the service may run.</summary>
    /// <param name="exception">What the validation threw.</param>
    public void Add(OptionsValidationException exception)
    {
        var failure = new OptionsFailureFacts(TypeNames.Full(exception.OptionsType), exception.OptionsName, TextsOf(exception.Failures));
        lock (_gate)
        {
            var isKnown = _failures.Exists(other => other.OptionsType == failure.OptionsType && other.OptionsName == failure.OptionsName);
            if (!isKnown && _failures.Count < MostFailures)
            {
                _failures.Add(failure);
            }
        }
    }

    // The framework hands over a list. Anything else would run the service's code in the middle of its throw.
    private static IReadOnlyList<string> TextsOf(IEnumerable<string> failures) => IsPlain(failures)
        ? [.. failures.Take(MostTexts).Select(text => BoundedText.Cut(text ?? "", LongestText))]
        : ["(why was not read: it is no plain list)"];

    // The last are what the compiler makes of a collection expression.
    private static bool IsPlain(IEnumerable<string> failures) =>
        failures is string[] || failures.GetType() == typeof(List<string>) || failures.GetType().Name.StartsWith("<>z__ReadOnly", StringComparison.Ordinal);
}
