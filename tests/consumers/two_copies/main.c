/* A program that holds two copies of the library: one by its own names, one by those of acme. */
#include <stdio.h>

int with_plain_names(void);
int with_names_of_acme(void);
const char *indicare_version_text(void);
const char *acme_indicare_version_text(void);

int main(void)
{
    int are_two = indicare_version_text != acme_indicare_version_text;
    int work = with_plain_names() && with_names_of_acme();
    printf("%s, %s\n", are_two ? "two" : "one", work ? "both work" : "one does not work");
    return are_two && work ? 0 : 1;
}
