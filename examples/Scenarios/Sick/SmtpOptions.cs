using System.ComponentModel.DataAnnotations;

namespace Scenarios.Sick;

/// <summary>Where mails go.</summary>
internal sealed class SmtpOptions
{
    /// <summary>Gets or sets the server.</summary>
    [Required]
    public string? Server { get; set; }

    /// <summary>Gets or sets the port.</summary>
    [Range(1, 65_535)]
    public int Port { get; set; } = 25;
}
