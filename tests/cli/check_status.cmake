# Runs `indicare check` on a sound return, a faulty one, and none: 0, 1 and 2.
set(columns "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN")
file(WRITE ${FOLDER}/sound/2023/header.csv
     "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nA,1,01/06/2015,WBRI,UN2,,\n")
file(WRITE ${FOLDER}/sound/2023/episodes.csv "${columns}\nA,01/06/2022,S,C2,N1,U4,PR1,,,,,,\n")
file(WRITE ${FOLDER}/faulty/2023/episodes.csv "${columns}\nA,01/06/2022,S,C2,N1,U4,PR0,,,,,,\n")

function(expect status)
    execute_process(COMMAND ${PROGRAM} check ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE text
                    ERROR_VARIABLE said)
    if(NOT result EQUAL status)
        message(FATAL_ERROR "check ${ARGN}: ${result} instead of ${status}\n${text}${said}")
    endif()
endfunction()

expect(0 ${FOLDER}/sound/2023)
expect(0 ${FOLDER}/sound/2023 --format csv)
expect(1 ${FOLDER}/faulty/2023)
expect(1 ${FOLDER}/faulty/2023 --format json --anonymous)
expect(2 ${FOLDER}/none)
expect(2)
expect(0 --list --format markdown)
