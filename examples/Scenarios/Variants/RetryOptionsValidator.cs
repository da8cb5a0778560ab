using Microsoft.Extensions.Options;

namespace Scenarios.Variants;

/// <summary>Says what is wrong with <see cref="RetryOptions"/>; asked lazily, so the service starts with bad ones.</summary>
internal sealed class RetryOptionsValidator : IValidateOptions<RetryOptions>
{
    public ValidateOptionsResult Validate(string? name, RetryOptions options) =>
        options.Attempts is > 0 and <= 10
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Attempts is {options.Attempts}; 1 to 10 is allowed");
}
