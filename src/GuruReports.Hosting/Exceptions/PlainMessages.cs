using System.Diagnostics.CodeAnalysis;
using GuruReports.Hosting.Boundary;
using GuruReports.Inspection.Symbols;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Exceptions;

/// <summary>Reads messages of exceptions that are being thrown, where that runs none of the service's code.</summary>
internal static class PlainMessages
{
    private const int Longest = 500;

    /// <summary>Returns whether the messages of a type are the framework's own; it may be asked for each type once.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A message that was trimmed away is not read.")]
    public static bool AreOf(Type type) =>
        type.GetProperty(nameof(Exception.Message))?.GetMethod?.DeclaringType?.Assembly is { } owner && AssemblyOwners.AtOnce.Of(owner) is CodeOwner.Framework;

    /// <summary>Returns the message of an exception whose type has plain ones; null where it is put together of what the service gave.</summary>
    public static string? Read(Exception exception) => IsOfItsOwn(exception) && exception.Message is { } message ? BoundedText.Shorten(message, Longest) : null;

    // Some of the framework's messages are put together, when they are asked for, of what the service gave.
    private static bool IsOfItsOwn(Exception exception) =>
        exception is not AggregateException
        && (exception is not ArgumentOutOfRangeException outOfRange
            || (outOfRange.GetType() == typeof(ArgumentOutOfRangeException) && IsOfFramework(outOfRange.ActualValue)));

    private static bool IsOfFramework(object? value) => value is null || value.GetType().Assembly == typeof(Exception).Assembly;
}
