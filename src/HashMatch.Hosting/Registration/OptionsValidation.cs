using Microsoft.Extensions.Options;

namespace HashMatch.Hosting.Registration;

/// <summary>Looks at the options, and for the lists' files, when a host starts.</summary>
sealed class OptionsValidation(IEnumerable<ListSource> lists) : IValidateOptions<MatchServiceOptions>
{
    public ValidateOptionsResult Validate(string? name, MatchServiceOptions options)
    {
        string[] errors =
        [
            .. options.FindErrors(),
            .. lists.Where(list => list.Path is not null && !File.Exists(list.Path)).Select(list => $"The list '{list.Path}' is no file."),
        ];
        return errors.Length > 0 ? ValidateOptionsResult.Fail(errors) : ValidateOptionsResult.Success;
    }
}
